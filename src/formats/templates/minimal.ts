import type { Text } from '../../model/text.ts';

/** The least that is a journey: somebody, two stages, a wait and a feeling. It passes the check without a warning. */
export const MINIMAL_JOURNEY: Text = {
  en: `// Who goes through the journey. More about people: age, occupation, need, pain, prefers, patience …
persona Visitor "First-time visitor" {
  need QuickAnswer "An answer today"
}

journey FirstContact "From a question to an answer" {
  kind asIs
  for Visitor
  scenario "Somebody who does not know us yet has a question"

  stage Find "Find us" : search {
    touchpoint ReadsPage "Reads the page with the opening hours" on web by customer {
      does "Looks for the right person to ask"
      feels hopeful +1
    }
  }

  stage Ask "Ask" : consider {
    touchpoint SendsQuestion "Sends the question" on webForm by customer {
      asks email
      confirms request
      tells next GetsAnswer "The answer comes by e-mail" within 1 day
      feels calm 0
    }

    touchpoint GetsAnswer "Gets the answer" on email by company {
      waits 4 h max 1 day
      told "Within a day"
      addresses QuickAnswer
      feels relieved +1
      end success
    }
  }
}
`,
  ja: `// ジャーニーをたどる人。ほかに age、occupation、need、pain、prefers、patience などが書けます
persona お客様 "初めてのお客様" {
  need 早い回答 "今日中に答えがほしい"
}

journey 初回の問い合わせ "疑問から回答まで" {
  kind asIs
  for お客様
  scenario "まだ当社を知らない方が、疑問を持っている"

  stage 見つける "当社を見つける" : search {
    touchpoint ページを読む "営業時間のページを読む" on web by customer {
      does "誰に聞けばよいか探す"
      feels 期待 +1
    }
  }

  stage 聞く "問い合わせる" : consider {
    touchpoint 質問を送る "質問を送る" on webForm by customer {
      asks email
      confirms request
      tells next 回答が届く "回答はメールで届きます" within 1営業日
      feels 平静 0
    }

    touchpoint 回答が届く "回答を受け取る" on email by company {
      waits 4時間 max 1営業日
      told "1営業日以内"
      addresses 早い回答
      feels 安心 +1
      end success
    }
  }
}
`,
};
