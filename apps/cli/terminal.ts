/** What a command of the command line talks to. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
}
