export type WhatIfErrorCode = "unknown_lever" | "lever_not_offered" | "not_a_number" | "out_of_range";

/** A change that cannot be tried. `lever` is the name that was asked for, cut to 60 characters. */
export class WhatIfError extends Error {
  override readonly name = "WhatIfError";
  readonly code: WhatIfErrorCode;
  readonly lever: string;

  constructor(code: WhatIfErrorCode, lever: string, message: string) {
    super(message);
    this.code = code;
    this.lever = lever.slice(0, 60);
  }
}
