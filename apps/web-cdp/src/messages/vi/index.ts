import { claims } from "./claims.ts";
import { failures } from "./failures.ts";
import { figures } from "./figures.ts";
import { home } from "./home.ts";
import { security } from "./security.ts";
import { sharing } from "./sharing.ts";
import { shell } from "./shell.ts";
import { signIn } from "./sign-in.ts";
import { signedScore } from "./signed-score.ts";
import { verify } from "./verify.ts";

export const vi = { claims, failures, figures, home, security, sharing, shell, signIn, signedScore, verify };
