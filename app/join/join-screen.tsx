import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page'
import { getViewer } from '@/lib/session'
import { IsThisYou } from './is-this-you'
import { JoinForm } from './join-form'

/** `as`: the answer to "Is this you?", which is asked if somebody is signed in. */
export type JoinSearch = { readonly as?: string | string[] }

export async function JoinScreen({ code, search }: { code: string; search: JoinSearch }) {
  const viewer = await getViewer()
  const t = await getTranslations('class.join')
  const as = search.as === 'me' || search.as === 'other' ? search.as : null
  if (viewer && !as) return <IsThisYou viewer={viewer} code={code} />
  const isViewer = viewer !== null && as === 'me'
  return (
    <>
      <PageHead title={t('title')} meta={t('lead')} />
      <JoinForm code={code} name={isViewer ? viewer.name : ''} as={viewer ? as : null} />
      <p className="pt-6 text-label">
        <Link href="/join/return" className="inline-flex min-h-11 items-center underline">
          {t('back')}
        </Link>
      </p>
    </>
  )
}
