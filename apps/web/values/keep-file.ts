/** Hands a file that is in the page to the browser, to keep it under the name. */
export function keepFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000) // a browser takes a large one in its own time
}
