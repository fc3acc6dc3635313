import Ajv from "ajv/dist/2020.js";
import type { openApiDocument } from "./document.ts";

type Document = ReturnType<typeof openApiDocument>;

/**
 * Judges answers by the document alone, as a stranger's client would: null when an answer is as documented, else what is
 * wrong with it.
 */
export function createAnswerCheck(document: Document) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(document, "openapi");

  return async function problemOf(verb: string, path: string, response: Response): Promise<string | null> {
    const place = `${verb.toUpperCase()} ${path} ${response.status}`;
    const documented = operationOf(document, verb, path)?.responses?.[String(response.status)];
    if (documented === undefined) return `${place} is not documented`;
    const text = await response.text();
    if (!("content" in documented) || documented.content === undefined) {
      return text === "" ? null : `${place} has a body and is documented without one`;
    }
    // Text of another form is described, and its lines are the business of its own tests.
    if (!("application/json" in documented.content)) return null;
    const steps = ["paths", path, verb, "responses", String(response.status), "content", "application/json", "schema"];
    const validate = ajv.getSchema(`openapi#/${steps.map(pointerStep).join("/")}`);
    if (!validate) return `${place} is documented without a schema`;
    return validate(JSON.parse(text)) ? null : `${place}: ${ajv.errorsText(validate.errors)}`;
  };
}

function operationOf(document: Document, verb: string, path: string) {
  const verbs = document.paths?.[path];
  return verb === "get" || verb === "post" || verb === "delete" ? verbs?.[verb] : undefined;
}

/** One step of a JSON pointer in a fragment: `/` and `~` are escaped, then braces by the rules of addresses. */
function pointerStep(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}
