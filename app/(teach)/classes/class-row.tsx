import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ClassCode } from '@/components/classroom/class-code'
import type { ClassSummary } from '@/lib/data/classes/classes'

export function ClassRow({ summary }: { summary: ClassSummary }) {
  const t = useTranslations('class.list')
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
