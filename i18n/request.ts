import { getRequestConfig } from 'next-intl/server'
import { readTimeZone } from '@/lib/session'
import { AREAS } from './areas'

// English only for now; the keys are ready for more.
export default getRequestConfig(async () => {
  const messages = Object.fromEntries(
    await Promise.all(AREAS.map(async (area) => [area, (await import(`../messages/en/${area}.json`)).default])),
  )
  // Day before month and the 24-hour clock, as learners in Kyrgyzstan write them; times as the reader's own clock shows them.
  return { locale: 'en-GB', messages, timeZone: await readTimeZone() }
})
