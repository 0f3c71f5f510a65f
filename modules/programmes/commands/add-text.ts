import { addTextInput } from '#contract/packs.ts'
import { refuse } from '#engine/define/refusal.ts'
import { command } from '#engine/store/command.ts'
import { PLANNER, policyDocument, textOfFile } from '#modules/plans/index.ts'
import { installedPack } from '../registers/installed-pack.register.ts'

/** Gives a plan that came in a pack its text: the very file the pack was made from, by its hash, so that every quote stands where it should. */
export const addText = command({
  name: 'programmes.add-text',
  label: { zh: '补传原文', en: 'Add the text' },
  input: addTextInput,
  right: PLANNER,
  async run(call, { document: id, file }) {
    const document = await call.read(policyDocument, id)
    const [installed] = await call.find(installedPack, { field: 'document', is: id })
    if (!installed)
      return refuse(
        'invalid',
        'pack.none',
        `“${document.title}”不是由方案包安装的，不需要补传原文`,
        `“${document.title}” did not come in a pack`,
      )
    if (file.sha256 !== installed.sha256)
      return refuse(
        'invalid',
        'pack.other-text',
        `“${file.name}”不是方案包所依据的原文：文件的 SHA-256 为 ${file.sha256}，应为 ${installed.sha256}；请上传同一份文件`,
        `“${file.name}” is not the text that the pack was made from: its SHA-256 is ${file.sha256}, expected ${installed.sha256}; upload that very file`,
      )
    const bytes = await call.facts.store.readFile(file.sha256)
    const read = bytes && (await textOfFile(bytes))
    if (!read || 'problem' in read)
      return refuse('invalid', 'file.unknown', '文件未上传成功，请重新上传', 'the file has not arrived; upload it again')
    const text = read.text.replaceAll('\0', '\ufffd')
    call.move(policyDocument, [document], 'addText', { text, file: [file], encoding: read.encoding })
    return { document: document.id }
  },
})
