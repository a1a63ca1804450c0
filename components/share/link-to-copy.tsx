'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { Field } from '../ui/field'

/** An address to be given to others. Over plain http a browser may refuse to copy by itself: then the link is selected. */
export function LinkToCopy({ address }: { address: string }) {
  const t = useTranslations('share.link')
  const box = useRef<HTMLDivElement>(null)
  const [isReady, setIsReady] = useState(false)
  const [done, setDone] = useState<'copied' | 'select' | null>(null)
  useEffect(() => setIsReady(true), [])
  const copy = async () => {
    box.current?.querySelector('input')?.select()
    setDone(await put(address))
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
            {done ? t(done) : null}
          </p>
        </div>
      ) : null}
    </div>
  )
}

async function put(address: string): Promise<'copied' | 'select'> {
  try {
    await navigator.clipboard.writeText(address)
    return 'copied'
  } catch {
    return 'select'
  }
}
