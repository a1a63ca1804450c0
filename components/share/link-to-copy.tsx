'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { Field } from '../ui/field'

/** A link with a button that copies it. Over plain http browsers may refuse to copy: then the link stays selected. */
export function LinkToCopy({ address }: { address: string }) {
  const t = useTranslations('share.link')
  const box = useRef<HTMLDivElement>(null)
  const [isReady, setIsReady] = useState(false)
  const [result, setResult] = useState<'copied' | 'select' | null>(null)
  useEffect(() => setIsReady(true), [])
  const copy = async () => {
    box.current?.querySelector('input')?.select()
    setResult(await copyText(address))
  }
  return (
    <div ref={box} className="grid gap-3">
      <Field label={t('name')} name="link" value={address} readOnly onFocus={(event) => event.target.select()} />
      {isReady ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button size="slim" onClick={copy}>
            {t('copy')}
          </Button>
          <p role="status" className="text-label text-correct">
            {result ? t(result) : null}
          </p>
        </div>
      ) : null}
    </div>
  )
}
