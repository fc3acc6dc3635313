/** Far more than a signed score with all its claims takes, as a file or in a link. */
export const maxFileBytes = 256 * 1024;
