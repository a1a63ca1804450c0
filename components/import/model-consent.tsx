import { useTranslations } from 'next-intl'
import type { ChangeEventHandler } from 'react'
import type { ConsentPlace } from './consent-place'

/** The model that may read documents, and where it is. */
export type OfferedModel = { readonly name: string; readonly host: string; readonly where: ConsentPlace }

type Props = { model: OfferedModel; checked: boolean; onChange: ChangeEventHandler<HTMLInputElement> }

/** Whether the model reads the document. The value says to which place the author consented. */
export function ModelConsent({ model: { name, host, where }, checked, onChange }: Props) {
  const t = useTranslations('document.model')
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-3">
      <input
        id="let-the-model-read"
        type="checkbox"
        name="model"
        value={where}
        checked={checked}
        onChange={onChange}
        aria-describedby="where-the-text-goes"
        className="mt-0.5 size-[1.375rem] accent-ink"
      />
      <label htmlFor="let-the-model-read" className="font-semibold">
        {t('let')}
      </label>
      <p id="where-the-text-goes" className="col-start-2 text-label text-ink-muted">
        {t(`goes.${where}`, { name, host })} {t('without')}
      </p>
    </div>
  )
}
