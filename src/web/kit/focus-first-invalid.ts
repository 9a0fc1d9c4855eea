/** Takes the reader to the first field that says no. True when there is one: the form is then not sent. */
export function focusFirstInvalid(container: HTMLElement | null): boolean {
  const invalid = container?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] button, [data-invalid] input");
  invalid?.focus();
  return invalid !== null && invalid !== undefined;
}
