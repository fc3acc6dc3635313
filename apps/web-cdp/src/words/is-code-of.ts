/** Whether `code`, from the platform or a stored score, is one of those that a part of the catalogue has words for. */
export function isCodeOf<Codes extends object>(codes: Codes, code: string): code is keyof Codes & string {
  return Object.hasOwn(codes, code);
}
