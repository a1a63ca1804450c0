'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '../ui/button'

/** Needs scripts, so it appears after hydration; the browser's own menu prints as well. */
export function PrintButton() {
  const t = useTranslations('print')
  const [isReady, setIsReady] = useState(false)
  useEffect(() => setIsReady(true), [])
  return isReady ? <Button onClick={() => window.print()}>{t('print')}</Button> : null
}
