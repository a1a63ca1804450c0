import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Evidence } from '@/components/ui/evidence-quote'
import type { ShownEvidence } from '@/lib/core/document/evidence'

type WelcomeCardProps = { title: string; stem: string; answer: string; caption: string; evidence: ShownEvidence }

/** A card that turns. The answer is a native disclosure, so that it works before scripts run. */
export function WelcomeCard({ title, stem, answer, caption, evidence }: WelcomeCardProps) {
  const t = useTranslations('welcome')
  return (
    <div className="pile">
      <article
        aria-labelledby="question"
        className="relative z-1 rounded-card bg-surface shadow-[var(--shadow-held),0_0_0_1px_var(--line)] has-[details[open]]:animate-turn"
      >
        <header className="px-[clamp(1.25rem,5vw,2.75rem)] pt-[clamp(1.5rem,5vw,2.5rem)]">
          <p className="text-caption text-ink-muted">
            {t.rich('from', { title, cite: (chunks) => <cite>{chunks}</cite> })}
          </p>
          <h2 id="question" className="mt-4 text-display font-[550]">
            {stem}
          </h2>
        </header>
        <details className="group px-[clamp(1.25rem,5vw,2.75rem)]">
          <summary className="mt-[clamp(2rem,8vw,6.5rem)] flex min-h-18 items-center justify-between border-t py-4 font-semibold group-open:mt-6 group-open:font-[500] group-open:text-ink-muted">
            {t('showAnswer')}
            <ArrowRight
              aria-hidden="true"
              strokeWidth={1.75}
              className="size-5 text-accent transition-[rotate] duration-240 ease-turn group-open:rotate-90"
            />
          </summary>
          <p className="mt-2 mb-6 text-title first-letter:uppercase font-semibold leading-[1.35]">{answer}</p>
          <div className="pb-8">
            <Evidence caption={caption} sentence={evidence.sentence} answer={evidence.answer} />
          </div>
        </details>
      </article>
    </div>
  )
}
