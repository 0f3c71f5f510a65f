/** A document made when it is asked for: its file name, its media type and its bytes. */
export interface MadeDocument {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
