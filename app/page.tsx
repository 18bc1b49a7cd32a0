import { redirect } from 'next/navigation';

/** The desk begins where it says whose turn it is. */
export default function HomePage(): never {
  redirect('/inbox');
}
