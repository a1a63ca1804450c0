'use client'

import './globals.css'
import { Button } from '@/components/ui/button'
import { Page, PageHead } from '@/components/ui/page'
import common from '@/messages/en/common.json'

// Replaces the root layout, so there are no translations here. The most likely cause is a database that does not answer.
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = common.error
  return (
    <html lang="en">
      <body>
        <title>{words.title}</title>
        <Page>
          <PageHead title={words.title} />
          <p role="alert" className="mb-6 max-w-[44ch] text-ink-muted">
            {error.digest ? words.body : words.bodyHere}
          </p>
          {error.digest ? (
            <p className="mb-6 text-caption text-ink-muted">{words.number.replace('{digest}', error.digest)}</p>
          ) : null}
          <Button variant="primary" onClick={reset}>
            {words.again}
          </Button>
        </Page>
      </body>
    </html>
  )
}
