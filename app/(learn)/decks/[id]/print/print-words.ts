import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Printed } from '@/lib/core/item/printed-items'
import type { PrintWords } from '@/lib/export-formats/print/print-job'

/** The labels on the sheets. */
export async function printWords(printed: Printed): Promise<PrintWords> {
  const t = await getTranslations('print')
  return {
    name: t('name'),
    date: t('date'),
    version: printed.kind === 'quiz' ? t('versionOf', { letter: printed.version }) : '',
    key: t('key'),
    trueFalse: t('trueFalse'),
    how: {
      'tick-all': t('how.tick-all'),
      letters: t('how.letters'),
      order: t('how.order'),
    },
  }
}
