import { createEnv } from '@t3-oss/env-nextjs'
import { z } from 'zod'

// The only place that reads the environment.
export const env = createEnv({
  server: {
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    /** A PostgreSQL server; without it PGlite runs inside this process. */
    DATABASE_URL: z.url().optional(),
    /** Folder of the embedded database and of the secrets made for it. */
    BILIM_DATA_DIR: z.string().default('.data'),
    /** Signs session cookies. `npm start` makes one in embedded mode. */
    NEXTAUTH_SECRET: z.string().min(32).optional(),
    /** Public address; https makes cookies secure. */
    NEXTAUTH_URL: z.url().optional(),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default('Single sign-on'),
    /** Set by Next while it builds. */
    NEXT_PHASE: z.string().optional(),
    /** Folder of the build. */
    NEXT_DIST_DIR: z.string().default('.next'),
    /** The language model; without it nothing is sent anywhere. lib/model/settings.ts checks what belongs to it. */
    BILIM_MODEL: z.string().optional(),
    OLLAMA_BASE_URL: z.string().optional(),
    OPENAI_BASE_URL: z.string().optional(),
    OPENAI_API_KEY: z.string().optional(),
    OPENAI_API_KEY_FILE: z.string().optional(),
    BILIM_MODEL_REMOTE: z.string().optional(),
    BILIM_MODEL_MONTHLY_TOKENS: z.string().optional(),
    BILIM_MODEL_SKIP: z.string().optional(),
    /** E-mails of the accounts that may see what concerns the whole server. */
    BILIM_OPERATORS: z
      .string()
      .default('')
      .transform((emails) =>
        emails
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  },
  experimental__runtimeEnv: {},
  emptyStringAsUndefined: true,
})
