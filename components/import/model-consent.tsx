import { useTranslations } from 'next-intl'
import type { ChangeEventHandler } from 'react'
import { consentValue, type OfferedModel } from './consent-value'

type Props = { model: OfferedModel; checked: boolean; onChange: ChangeEventHandler<HTMLInputElement> }

/** Whether the model reads the document. */
export function ModelConsent({ model, checked, onChange }: Props) {
  const t = useTranslations('document.model')
  const { name, host, where, waits } = model
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-3">
      <input
        id="let-the-model-read"
        type="checkbox"
        name="model"
        value={consentValue(model)}
        checked={checked}
        onChange={onChange}
        aria-describedby="where-the-text-goes"
        className="mt-0.5 size-[1.375rem]"
      />
      <label htmlFor="let-the-model-read" className="font-semibold">
        {t('let')}
      </label>
      <p id="where-the-text-goes" className="col-start-2 text-label text-ink-muted">
        {t(`goes.${where}`, { name, host })} {t('without')} {waits ? t('waits') : null}
      </p>
    </div>
  )
}
