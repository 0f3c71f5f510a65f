import { crc32, deflateRawSync } from 'node:zlib'

/** An archive with these files. */
export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [path, content] of Object.entries(files)) {
    const [name, data] = [Buffer.from(path), Buffer.from(content)]
    const packed = deflateRawSync(data)
    const shared = Buffer.alloc(26) // APPNOTE 4.3.7, from "version needed" on
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x0800, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(data), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(data.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    locals.push(Buffer.from('PK\u0003\u0004'), shared, name, packed)
    central.push(Buffer.from('PK\u0001\u0002\u0014\0'), shared, place, name)
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

/** A PDF of one page with one line, its characters told by a ToUnicode map as word processors write it. */
export function onePagePdf(line: string): Uint8Array {
  return pdfOf([line === '' ? [] : [{ text: line, x: 72, y: 760 }]])
}

/** Words at a place of a page, in points from the lower left corner. */
export interface Placed {
  readonly text: string
  readonly x: number
  readonly y: number
}

const hexOf = (text: string) => Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(4, '0'))

/** A PDF of pages with words at their places, 16 points high. */
export function pdfOf(pages: readonly (readonly Placed[])[]): Uint8Array {
  const codes = [...new Set(pages.flat().flatMap(({ text }) => hexOf(text)))]
  const contents = pages.map((placed) =>
    placed.map(({ text, x, y }) => `BT /F1 16 Tf ${x} ${y} Td <${hexOf(text).join('')}> Tj ET`).join('\n'),
  )
  const chunks = Array.from({ length: Math.ceil(codes.length / 100) }, (_, at) => codes.slice(at * 100, at * 100 + 100))
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange
${chunks.map((some) => `${some.length} beginbfchar ${some.map((code) => `<${code}> <${code}>`).join(' ')} endbfchar`).join('\n')} endcmap end end`
  const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${7 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(map),
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${8 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(content),
    ]),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return String(offset).padStart(10, '0')
  })
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
