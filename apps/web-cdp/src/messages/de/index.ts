import { adverseAction } from "./adverse-action.ts";
import { claims } from "./claims.ts";
import { compare } from "./compare.ts";
import { failures } from "./failures.ts";
import { figures } from "./figures.ts";
import { home } from "./home.ts";
import { lender } from "./lender.ts";
import { model } from "./model.ts";
import { security } from "./security.ts";
import { sharing } from "./sharing.ts";
import { shell } from "./shell.ts";
import { signIn } from "./sign-in.ts";
import { signedScore } from "./signed-score.ts";
import { verify } from "./verify.ts";

export const de = {
  adverseAction,
  claims,
  compare,
  failures,
  figures,
  home,
  lender,
  model,
  security,
  sharing,
  shell,
  signIn,
  signedScore,
  verify,
};
