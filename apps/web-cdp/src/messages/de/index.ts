import { account } from "./account.ts";
import { adverseAction } from "./adverse-action.ts";
import { claims } from "./claims.ts";
import { compare } from "./compare.ts";
import { connections } from "./connections.ts";
import { dashboard } from "./dashboard.ts";
import { demo } from "./demo.ts";
import { failures } from "./failures.ts";
import { figures } from "./figures.ts";
import { home } from "./home.ts";
import { importWaits } from "./import-waits.ts";
import { insights } from "./insights.ts";
import { lender } from "./lender.ts";
import { live } from "./live.ts";
import { model } from "./model.ts";
import { moneyTrail } from "./money-trail.ts";
import { reasons } from "./reasons.ts";
import { rows } from "./rows.ts";
import { score } from "./score.ts";
import { security } from "./security.ts";
import { sharing } from "./sharing.ts";
import { shell } from "./shell.ts";
import { signIn } from "./sign-in.ts";
import { signedScore } from "./signed-score.ts";
import { units } from "./units.ts";
import { verify } from "./verify.ts";
import { whatIf } from "./what-if.ts";

export const de = {
  account,
  adverseAction,
  claims,
  compare,
  connections,
  dashboard,
  demo,
  failures,
  figures,
  home,
  importWaits,
  insights,
  lender,
  live,
  model,
  moneyTrail,
  reasons,
  rows,
  score,
  security,
  sharing,
  shell,
  signIn,
  signedScore,
  units,
  verify,
  whatIf,
};
