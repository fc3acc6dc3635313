import { z } from "zod";

/** A schema of exactly the words of a union: leaving one out, or adding one, does not compile. */
export function wordsOf<Word extends string>(words: Readonly<Record<Word, true>>) {
  return z.enum(wordsIn(words));
}

/** The one cast: the keys of a record that has exactly these keys are these words. */
function wordsIn<Word extends string>(words: Readonly<Record<Word, true>>): Word[] {
  return Object.keys(words) as Word[];
}
