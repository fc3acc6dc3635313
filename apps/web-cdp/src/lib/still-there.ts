/**
 * Reads pages of a file that finds none any more once its session or its subject is gone. Throws for a page that is null after
 * another was found: a file that was begun must not end there as if it were whole.
 */
export function stillThere<Query, Page>(
  read: (query: Query) => Promise<Page | null>,
): (query: Query) => Promise<Page | null> {
  let isBegun = false;
  return async (query) => {
    const page = await read(query);
    if (page === null && isBegun) throw new Error("what it holds is gone since the file was begun");
    isBegun = page !== null;
    return page;
  };
}
