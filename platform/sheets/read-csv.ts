import { detectDelimiter, streamCsvRows } from 'hucre/csv'
import type { SheetRow } from './read-rows.ts'

/** The rows of a text of values, in UTF-8 or, as older programs save it, GB 18030. Texts stay texts: no digit of a code is lost. */
export async function* readCsvRows(bytes: Uint8Array): AsyncIterable<SheetRow> {
  const text = decoded(bytes)
  let number = 0
  for (const cells of streamCsvRows(text, { delimiter: detectDelimiter(text) })) {
    number += 1
    yield { number, cells }
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
