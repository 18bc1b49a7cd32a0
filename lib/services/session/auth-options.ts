import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { isDemo, publicUrl, readEnv } from '@/lib/platform/env';
import { loadAuthSecret } from './auth-secret';
import { signInByProvider } from './sign-in-by-provider';
import { signInAsDemoPerson, signInByPassword } from './sign-in-by-password';

const twelveHours = 12 * 60 * 60;

/**
 * next-auth's options for this installation: a generic OpenID Connect provider where it is set up, passwords
 * otherwise, and choosing a person in demonstration mode. The session holds the person's id and epoch only; who may
 * do what is read from the database on every request.
 */
export async function loadAuthOptions(): Promise<AuthOptions> {
  const env = readEnv();
  process.env.NEXTAUTH_URL ??= publicUrl(env);
  return {
    secret: await loadAuthSecret(),
    session: { strategy: 'jwt', maxAge: twelveHours },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: listProviders(),
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== 'oidc') return true;
        return (await signInByProvider(profile as Record<string, unknown>)) !== null;
      },
      async jwt({ token, user, account, profile }) {
        if (account?.provider === 'oidc' && profile) {
          const person = await signInByProvider(profile as Record<string, unknown>);
          return { personId: person?.id, epoch: person?.sessionEpoch };
        }
        if (user) return { personId: user.id, epoch: (user as { epoch?: number }).epoch };
        return token;
      },
      session({ session, token }) {
        return { ...session, user: undefined, personId: token['personId'], epoch: token['epoch'] };
      },
    },
  };
}

function listProviders(): AuthOptions['providers'] {
  const env = readEnv();
  const providers: AuthOptions['providers'] = [
    CredentialsProvider({
      id: 'password',
      name: 'Password',
      credentials: { email: {}, password: {} },
      authorize: (credentials) => signInByPassword(credentials?.email ?? '', credentials?.password ?? ''),
    }),
  ];
  if (isDemo(env)) {
    providers.push(
      CredentialsProvider({
        id: 'demo',
        name: 'Demonstration',
        credentials: { personId: {} },
        authorize: (credentials) => signInAsDemoPerson(credentials?.personId ?? ''),
      }),
    );
  }
  if (env.OIDC_ISSUER) providers.push(oidcProvider(env.OIDC_ISSUER));
  return providers;
}

function oidcProvider(issuer: string): AuthOptions['providers'][number] {
  const env = readEnv();
  return {
    id: 'oidc',
    name: env.OIDC_NAME,
    type: 'oauth',
    issuer,
    wellKnown: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (profile: { sub: string; name?: string; email?: string }) => ({
      id: profile.sub,
      name: profile.name ?? profile.email ?? profile.sub,
      email: profile.email,
    }),
  };
}
