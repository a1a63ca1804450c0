'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '../ui/button'

/** What the browser's own menu does as well; nothing before scripts run. */
export function PrintButton() {
  const t = useTranslations('print')
  const [isReady, setIsReady] = useState(false)
  useEffect(() => setIsReady(true), [])
  return isReady ? <Button onClick={() => window.print()}>{t('print')}</Button> : null
}
