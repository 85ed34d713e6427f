import * as z from 'zod'
import { none, type Endpoint } from './endpoint.ts'
import { ConsentVersionSchema } from './schemas/consent.schema.ts'
import { InviteCodeSchema } from './schemas/family.schema.ts'
import { NameSchema } from './schemas/primitives.ts'
import { AttemptSchema, RefreshTokenSchema, SignedInSchema } from './schemas/session.schema.ts'

/** Signing in, staying signed in, signing out. */
export const signInEndpoints = {
  'auth.wechat': {
    summary: 'Sign in with a code of wx.login, or with what WeChat’s own gateway says of the caller',
    params: none,
    query: none,
    body: z.strictObject({ code: z.string().min(1).max(200) }),
    response: SignedInSchema,
  },
  'auth.local': {
    summary: 'Sign in as the owner of this server, with the secret of the link it printed',
    params: none,
    query: none,
    body: z.strictObject({ secret: z.string().min(1).max(200), attemptId: AttemptSchema }),
    response: SignedInSchema,
  },
  'auth.localJoin': {
    summary: 'Accept an invitation without an account: one is made, and signed in',
    params: none,
    query: none,
    body: z.strictObject({
      code: InviteCodeSchema,
      memberName: NameSchema,
      attemptId: AttemptSchema,
      consentVersion: ConsentVersionSchema.optional(),
    }),
    response: SignedInSchema,
  },
  'auth.refresh': {
    summary: 'A new access token, and the next refresh token: each is good once',
    params: none,
    query: none,
    body: z.strictObject({ refreshToken: RefreshTokenSchema, attemptId: AttemptSchema }),
    response: SignedInSchema,
  },
  'auth.signOut': {
    summary: 'End the session of a refresh token, or every session of its account',
    params: none,
    query: none,
    body: z.strictObject({ refreshToken: RefreshTokenSchema, everywhere: z.boolean() }),
    response: z.strictObject({ sessionsEnded: z.int().min(0) }),
  },
} as const satisfies Record<string, Endpoint>
