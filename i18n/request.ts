import { getRequestConfig } from 'next-intl/server'
import { readTimeZone } from '@/lib/session'

// English only for now; the keys are ready for more.
export default getRequestConfig(async () => {
  const areas = [
    'common',
    'welcome',
    'people',
    'study',
    'deck',
    'document',
    'items',
    'quiz',
    'class',
    'search',
    'share',
    'print',
    'exam',
    'statistics',
    'offline',
  ] as const
  const messages = Object.fromEntries(
    await Promise.all(areas.map(async (area) => [area, (await import(`../messages/en/${area}.json`)).default])),
  )
  // Day before month and the 24-hour clock, as learners in Kyrgyzstan write them; times as the reader's own clock shows them.
  return { locale: 'en-GB', messages, timeZone: await readTimeZone() }
})
