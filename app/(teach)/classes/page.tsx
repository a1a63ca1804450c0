import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClassCode } from '@/components/classroom/class-code'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ClientMessages } from '@/components/ui/messages'
import { Page, PageHead } from '@/components/ui/page'
import { type ClassSummary, listClasses } from '@/lib/data/classes/classes'
import { requireViewer } from '@/lib/session'
import { CreateClassForm } from './create-class-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('class.list')
  return { title: t('title') }
}

export default async function ClassesPage({ searchParams }: { searchParams: Promise<{ new?: string }> }) {
  const viewer = await requireViewer('/classes')
  const classes = await listClasses(viewer)
  const asked = (await searchParams).new !== undefined
  const t = await getTranslations('class.list')
  const formShown = asked || classes.length === 0
  return (
    <Page width="table">
      <PageHead
        title={t('title')}
        meta={t('lead')}
        actions={
          <ButtonLink href="/classes?new=1" variant={formShown ? 'secondary' : 'primary'}>
            {t('new')}
          </ButtonLink>
        }
      />
      {viewer.identityKind === 'guest' ? <GuestNote>{t('guest')}</GuestNote> : null}
      {classes.length === 0 ? (
        <EmptyState
          title={t('empty')}
          action={
            <ButtonLink href="/join" variant="bare">
              {t('join')}
            </ButtonLink>
          }
        >
          {t('emptyBody')}
        </EmptyState>
      ) : null}
      {formShown ? (
        <ClientMessages areas={['class']}>
          <CreateClassForm focused={asked} />
        </ClientMessages>
      ) : null}
      <ClassList title={t('taught')} classes={classes.filter(({ role }) => role === 'teacher')} />
      <ClassList title={t('learnt')} classes={classes.filter(({ role }) => role === 'learner')} />
    </Page>
  )
}

function ClassList({ title, classes }: { title: string; classes: readonly ClassSummary[] }) {
  if (classes.length === 0) return null
  return (
    <section className="pt-6">
      <h2 className="pb-2 text-lead">{title}</h2>
      <ul className="border-t">
        {classes.map((summary) => (
          <ClassRow key={summary.classId} summary={summary} />
        ))}
      </ul>
    </section>
  )
}

async function ClassRow({ summary }: { summary: ClassSummary }) {
  const t = await getTranslations('class.list')
  const facts = [t('learners', { count: summary.learners }), t('assignments', { count: summary.assignments })]
  if (summary.role === 'teacher' && summary.learners > 0 && summary.assignments > 0) {
    facts.push(t('notStarted', { count: summary.notStarted.length }))
  }
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b py-4">
      <div className="min-w-0">
        <h3 className="text-lead wrap-anywhere">
          <Link href={`/classes/${summary.classId}`} className="inline-block py-1 no-underline hover:underline">
            {summary.name}
          </Link>
        </h3>
        <p className="text-label text-ink-muted">{facts.join(', ')}</p>
      </div>
      {summary.endedAt ? (
        <span className="text-label text-ink-muted">{t('ended')}</span>
      ) : summary.code ? (
        <ClassCode code={summary.code} />
      ) : null}
    </li>
  )
}

function GuestNote({ children }: { children: string }) {
  return (
    <p className="max-w-(--measure) pb-4 text-label text-ink-muted">
      <Link href="/sign-up" className="underline">
        {children}
      </Link>
    </p>
  )
}
