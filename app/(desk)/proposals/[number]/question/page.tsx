import type { Metadata } from 'next';
import { QuestionPage } from '@/components/proposal/question/question-page';
import {
  addMetricAction,
  removeMetricAction,
  saveQuestionAction,
  setControlFieldsAction,
  updateMetricAction,
} from '../actions';
import { loadProposalPage } from '../load-page';

interface Props {
  params: Promise<{ number: string }>;
}

export const metadata: Metadata = { title: 'Question' };

export default async function Page({ params }: Props) {
  const page = await loadProposalPage(params);
  return (
    <QuestionPage
      key={page.id}
      page={page}
      actions={{
        saveQuestion: saveQuestionAction,
        addMetric: addMetricAction,
        updateMetric: updateMetricAction,
        removeMetric: removeMetricAction,
        setControlFields: setControlFieldsAction,
      }}
    />
  );
}
