import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class.ts";
import { Spinner } from "./Spinner.tsx";

interface ButtonProps extends Omit<ComponentProps<"button">, "disabled"> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** Shows a spinner and ignores clicks, yet keeps the focus where it is. */
  readonly busy?: boolean;
}

/** A button that stays reachable while it is busy: `aria-disabled`, never `disabled`, so focus and its name survive. */
export function Button({
  variant,
  size,
  busy = false,
  type = "button",
  className = "",
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const inactive = busy || rest["aria-disabled"] === true || rest["aria-disabled"] === "true";
  return (
    <button
      {...rest}
      type={inactive ? "button" : type}
      aria-disabled={inactive || undefined}
      aria-busy={busy || undefined}
      data-variant={variant}
      className={`${buttonClass(variant, size)} ${className}`}
      onClick={inactive ? undefined : onClick}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
