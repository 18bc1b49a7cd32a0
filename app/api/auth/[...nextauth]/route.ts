import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { loadAuthOptions } from '@/lib/services/session/auth-options';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context as never, await loadAuthOptions()) as Promise<Response>;
}

export { handle as GET, handle as POST };
