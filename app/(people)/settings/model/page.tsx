import { ChevronLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { type ReactNode, Suspense } from 'react'
import { TryModel } from '@/components/model/try-model'
import { Badge } from '@/components/ui/badge'
import { ClientMessages } from '@/components/ui/messages'
import { Page, PageHead } from '@/components/ui/page'
import { readUsage } from '@/lib/data/readings/find-reading'
import { checkReachable, describeModel } from '@/lib/model/describe-model'
import { type ModelConnection, modelSettings } from '@/lib/model/settings'
import { isOperator } from '@/lib/operators'
import { requireViewer } from '@/lib/session'
import { tryModel } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('model')
  return { title: t('title') }
}

/** The language model of this server, for those who run it. */
export default async function ModelPage() {
  const viewer = await requireViewer('/settings/model')
  if (!(await isOperator(viewer))) notFound()
  const t = await getTranslations('model')
  const settings = modelSettings()
  return (
    <Page>
      <p className="pt-2 text-label">
        <Link
          href="/account"
          className="inline-flex min-h-11 items-center gap-2 font-[500] text-ink-muted no-underline hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" strokeWidth={1.75} className="-ms-1.5 size-5" />
          {t('account')}
        </Link>
      </p>
      <div className="[&>header]:pt-0">
        <PageHead title={t('title')} meta={t('meta')} />
      </div>
      {settings.kind === 'on' ? (
        <div className="grid gap-x-16 gap-y-12 border-t pt-4 wide:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
          <div className="grid content-start gap-10">
            <Facts connection={settings.connection} />
            <Tokens limit={settings.monthlyTokens} />
          </div>
          <div className="pt-2">
            <ClientMessages areas={['model']}>
              <TryModel action={tryModel} />
            </ClientMessages>
          </div>
        </div>
      ) : (
        <WithoutModel problem={settings.kind === 'invalid' ? settings.problem : null} />
      )}
    </Page>
  )
}

async function Facts({ connection }: { connection: ModelConnection }) {
  const [t, model] = await Promise.all([getTranslations('model'), describeModel(connection)])
  const { name, host, port, access } = model
  return (
    <dl>
      <Fact term={t('name')} note={t('nameNote')}>
        {name}
      </Fact>
      {access.kind === 'allowed' ? (
        <Fact term={t('where')} note={t('host', { host, port: String(port), place: access.where })}>
          {t(`places.${access.where}`)}
        </Fact>
      ) : (
        <Fact term={t('where')} note={t('blockedWhy', { host, detail: access.detail.replaceAll('-', '_') })}>
          <Badge kind="wrong">{t('blocked')}</Badge>
        </Fact>
      )}
      <Fact term={t('sent')} note={t('sentNever')}>
        {t('sentText')}
      </Fact>
      <Suspense fallback={<Fact term={t('reachable')}>{t('looking')}</Fact>}>
        <Reachable connection={connection} />
      </Suspense>
      <Fact term={t('who')} note={t('whoNote')}>
        {t('whoText')}
      </Fact>
    </dl>
  )
}

async function Reachable({ connection }: { connection: ModelConnection }) {
  const [t, reached] = await Promise.all([getTranslations('model'), checkReachable(connection)])
  if (reached.kind === 'failed') {
    const why = t('noWhy', { reason: reached.reason.replaceAll('-', '_'), detail: reached.detail })
    return (
      <Fact term={t('reachable')} note={why}>
        <Badge kind="wrong">{t('no')}</Badge>
      </Fact>
    )
  }
  return (
    <Fact term={t('reachable')} note={reached.isListed === false ? t('unlisted') : t('justNow')}>
      <Badge kind={reached.isListed === false ? 'flag' : 'correct'}>
        {t('yes', { seconds: Math.max(0.1, reached.seconds) })}
      </Badge>
    </Fact>
  )
}

function Fact({ term, note, children }: { term: string; note?: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-b py-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-label leading-[1.7] text-ink-muted">{term}</dt>
      <dd className="wrap-anywhere">{children}</dd>
      {note ? <dd className="text-label text-ink-muted wrap-anywhere sm:col-start-2">{note}</dd> : null}
    </div>
  )
}

async function Tokens({ limit }: { limit: number | null }) {
  const now = new Date()
  const [t, format, months] = await Promise.all([getTranslations('model'), getFormatter(), readUsage(now)])
  const used = months.reduce((sum, { promptTokens, completionTokens }) => sum + promptTokens + completionTokens, 0)
  const documents = months.reduce((sum, month) => sum + month.documents, 0)
  return (
    <section aria-labelledby="tokens" className="grid gap-2">
      <h2 id="tokens" className="text-lead">
        {t('tokens', { month: format.dateTime(now, { month: 'long', timeZone: 'UTC' }) })}
      </h2>
      <p>
        <b className="text-[2.125rem] leading-[1.25] font-semibold tracking-[-0.02em]">{format.number(used)}</b>{' '}
        <span className="text-ink-muted">
          {limit ? t('ofLimit', { limit, documents }) : t('noLimit', { documents })}
        </span>
      </p>
      {limit ? (
        <div aria-hidden="true" className="h-2 bg-sunk">
          <div className="h-full bg-data-1" style={{ inlineSize: `${Math.min(100, (used / limit) * 100)}%` }} />
        </div>
      ) : null}
      <p className="text-caption text-ink-muted">{t('tokensNote', { limited: String(limit !== null) })}</p>
    </section>
  )
}

/** What to set so that a model reads documents too. */
async function WithoutModel({ problem }: { problem: string | null }) {
  const t = await getTranslations('model')
  const variables = [
    { name: 'BILIM_MODEL', what: t('offModel') },
    { name: 'OLLAMA_BASE_URL', what: t('offOllama') },
    { name: 'OPENAI_BASE_URL', what: t('offOpenai') },
    { name: 'BILIM_MODEL_REMOTE', what: t('offRemote') },
  ]
  return (
    <section aria-labelledby="off" className="measure grid gap-3 border-t pt-6">
      <h2 id="off" className="text-lead">
        {t(problem ? 'invalid' : 'off')}
      </h2>
      {problem ? <p>{problem}</p> : null}
      <p className="text-ink-muted">{t('offBody')}</p>
      <dl>
        {variables.map(({ name, what }) => (
          <div key={name} className="grid gap-x-4 border-b py-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
            <dt>
              <code className="text-label font-semibold">{name}</code>
            </dt>
            <dd className="text-label text-ink-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
