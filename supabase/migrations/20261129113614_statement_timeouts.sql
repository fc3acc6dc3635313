-- A query of a person's ends after five seconds, so that slow ones cannot hold every connection of the Data API.
alter role anon set statement_timeout = '5s';
alter role authenticated set statement_timeout = '5s';
