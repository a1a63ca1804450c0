import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Area } from '@/i18n/areas'

/** Sends to the browser the words that the client components inside it use, and no others. `common` always comes along. */
export async function ClientMessages({ areas = [], children }: { areas?: readonly Area[]; children: ReactNode }) {
  const all: Record<string, unknown> = await getMessages()
  const messages = Object.fromEntries(['common', ...areas].map((area) => [area, all[area] ?? {}]))
  return <NextIntlClientProvider messages={messages as never}>{children}</NextIntlClientProvider>
}
