import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { qrShape } from '@/components/classroom/qr-shape'
import { ReturnCodeCard } from '@/components/classroom/return-code-card'
import { SubmitButton } from '@/components/ui/field'
import { PageHead } from '@/components/ui/page'
import { ClassId } from '@/lib/core/ids'
import { type AssignmentView, assignmentsOf } from '@/lib/data/classes/assignments'
import { findClass } from '@/lib/data/classes/classes'
import { requireViewer } from '@/lib/session'
import { readOrigin } from '../../../lib/request-origin'
import { startAction } from '../actions'
import { readReturnCode } from '../return-code-cookie'

/** Shows the new return code once, and links to the first assignment. */
export default async function WelcomePage({ searchParams }: { searchParams: Promise<{ class?: string | string[] }> }) {
  const viewer = await requireViewer('/join')
  const classId = ClassId.safeParse((await searchParams).class).data
  const found = classId ? await findClass(viewer, classId) : null
  if (!found) redirect('/classes')
  const code = await readReturnCode(viewer.learnerId)
  if (!code) redirect(`/classes/${found.classId}`)
  const t = await getTranslations('class.welcome')
  const [first] = await assignmentsOf(viewer, new Date(), found.classId)
  const address = `${await readOrigin()}/join/return?code=${code.replaceAll(' ', '-')}`
  return (
    <>
      <PageHead title={t('title', { name: found.name })} />
      <section aria-labelledby="return-code" className="border-t pt-6 pb-8">
        <h2 id="return-code">{t('codeTitle')}</h2>
        <p className="max-w-(--measure) pt-1 pb-6">{t('codeBody')}</p>
        <ReturnCodeCard code={code} qr={qrShape(address)} />
      </section>
      <form action={startAction} className="flex flex-wrap items-center gap-4 border-t pt-6 print:hidden">
        <input type="hidden" name="to" value={first ? addressOf(first) : `/classes/${found.classId}`} />
        <SubmitButton pendingLabel={t('starting')}>{t('start')}</SubmitButton>
        <p className="text-label text-ink-muted">{first ? t('first', { title: first.title }) : t('nothing')}</p>
      </form>
    </>
  )
}

function addressOf(assignment: AssignmentView): string {
  return assignment.kind === 'quiz' ? `/quizzes/${assignment.quizId}` : `/study?deck=${assignment.deckId}`
}
