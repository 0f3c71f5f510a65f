import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import type { ReportTemplate } from '#contract/report-template.ts'
import { previewTemplate } from '../../api/report-templates.ts'
import { Loading, Refusal } from '../../frame/page-state.tsx'
import { templateTexts as texts } from '../../texts/texts-templates.ts'
import { useSay } from '../../texts/use-say.ts'
import { mostPages, Paper } from './paper.tsx'

/** Its faults say their places themselves. */
const NONE = {}

interface TemplatePreviewProps {
  readonly template: ReportTemplate
  readonly onClose: () => void
}

/** The paper that the template makes as it stands on the page, saved or not; or why it makes none, place by place. */
export function TemplatePreview({ template, onClose }: TemplatePreviewProps) {
  const say = useSay()
  const preview = useQuery({
    queryKey: ['template-preview', template],
    queryFn: () => previewTemplate(template),
    gcTime: 0,
    retry: false,
  })
  return (
    <Drawer open onClose={onClose} title={say(texts.previewTitle, { title: say(template.title) })} size="large">
      {preview.isPending && <Loading />}
      <Refusal error={preview.error} labels={NONE} />
      {preview.data && (
        <div data-testid="template-preview">
          <p className="note">{say(texts.previewNote, { period: say(preview.data.period), asOf: preview.data.asOf })}</p>
          <Paper html={preview.data.html} most={mostPages(template.kind)} />
        </div>
      )}
    </Drawer>
  )
}
