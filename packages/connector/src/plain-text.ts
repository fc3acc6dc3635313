/** Controls, ends of lines of any kind, and what turns the direction of the text around it: no part of one line for people to read. */
export const unplain = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
