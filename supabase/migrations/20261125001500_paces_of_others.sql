-- A shop that is read for the first time starts from what others have learnt of the same list: keys are "<owner> <method> <endpoint>".
create index request_pace_by_list on app_private.request_pace (substr(key, strpos(key, ' ')), updated_at desc);
