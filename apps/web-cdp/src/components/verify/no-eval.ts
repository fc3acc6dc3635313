import { config } from "zod";

// Before any schema is made: the page's content policy forbids compiling parsers, and even trying is reported.
config({ jitless: true });
