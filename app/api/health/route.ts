import { checkHealth } from '@/lib/services/installation/check-health';

export const dynamic = 'force-dynamic';

/** 200 once the product can be used, 503 while the database does not answer. */
export async function GET(): Promise<Response> {
  try {
    await checkHealth();
    return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
  } catch {
    return Response.json(
      { status: 'unavailable' },
      { status: 503, headers: { 'cache-control': 'no-store' } },
    );
  }
}
