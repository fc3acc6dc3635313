const examplesKept = 10;

/** Amounts that the platform left out or wrote ambiguously: counted, listed, and taken for nothing. */
export class NotReported {
  private readonly byField = new Map<string, { count: number; examples: string[] }>();

  note(field: string, id: string): void {
    const entry = this.byField.get(field) ?? { count: 0, examples: [] };
    entry.count++;
    entry.examples.push(id);
    // The smallest ids stay, so that the list does not depend on the order of the rows.
    if (entry.examples.length > examplesKept * 2) entry.examples = entry.examples.sort().slice(0, examplesKept);
    this.byField.set(field, entry);
  }

  list(): { field: string; count: number; examples: string[] }[] {
    return [...this.byField]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([field, { count, examples }]) => ({ field, count, examples: examples.sort().slice(0, examplesKept) }));
  }
}
