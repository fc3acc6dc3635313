import { PrinterIcon } from "@heroicons/react/20/solid";
import { PrintTrigger } from "./PrintTrigger.tsx";

/** Prints the page. Its picture is drawn where the button is made, which for most pages is the server. */
export function PrintButton() {
  return <PrintTrigger icon={<PrinterIcon aria-hidden="true" className="size-4" />} />;
}
