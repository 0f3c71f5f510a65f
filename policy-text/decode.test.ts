import { expect, test } from 'vitest'
import { decodeText } from './decode.ts'

const SENTENCE = '到2030年，建成实验室5家。'
// The same sentence in GB18030 and a traditional one in Big5, written out because Node encodes neither.
const GB = 'b5bd32303330c4eaa3acbda8b3c9cab5d1e9cad235bcd2a1a3'
const BIG5 = 'a8ec32303330a67ea141abd8a6a8b9eac5e7abc735ae61a143'

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )
}

test('UTF-8 is read with and without a byte order mark, and the mark is not part of the text', () => {
  const bytes = new TextEncoder().encode(SENTENCE)

  expect(decodeText(bytes)).toMatchObject({ text: SENTENCE, encoding: 'utf-8' })
  expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]))).toMatchObject({ text: SENTENCE, encoding: 'utf-8' })
})

test('GB18030 and Big5 are told apart by how well they read', () => {
  expect(decodeText(bytesOf(GB))).toMatchObject({ text: SENTENCE, encoding: 'gb18030' })
  expect(decodeText(bytesOf(BIG5))).toMatchObject({ text: '到2030年，建成實驗室5家。', encoding: 'big5' })
})

test('UTF-16 is read in both byte orders, with a mark or by its zero bytes', () => {
  const text = `${SENTENCE}\n2031\n2032\n`

  expect(decodeText(utf16(`\ufeff${text}`, 'le'))).toMatchObject({ text, encoding: 'utf-16le' })
  expect(decodeText(utf16(`\ufeff${text}`, 'be'))).toMatchObject({ text, encoding: 'utf-16be' })
  expect(decodeText(utf16(text, 'le'))).toMatchObject({ text, encoding: 'utf-16le' })
})

test('an empty file and one of blanks are refused', () => {
  expect(decodeText(new Uint8Array())).toMatchObject({ problem: { code: 'empty' } })
  expect(decodeText(new TextEncoder().encode(' \n\n'))).toMatchObject({ problem: { code: 'empty' } })
})

test('a PDF, a Word document and noise are refused as not being text', () => {
  const noise = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256)

  expect(decodeText(new TextEncoder().encode('%PDF-1.7 …'))).toMatchObject({ problem: { code: 'not-text' } })
  expect(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 20]))).toMatchObject({ problem: { code: 'not-text' } })
  expect(decodeText(noise)).toMatchObject({ problem: { code: 'not-text' } })
})
