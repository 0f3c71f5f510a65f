import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** LibreOffice with its Calc, where it is installed; the writer alone cannot open a workbook. */
export const OFFICE: string | undefined = ['/usr/lib/libreoffice', '/usr/lib64/libreoffice', '/opt/libreoffice']
  .filter((folder) => existsSync(join(folder, 'program/libsclo.so')))
  .map((folder) => join(folder, 'program/soffice'))[0]
