// Made from src/language/library/*.journey by npm run generate. Do not edit.

/** A document of the standard library. */
export interface LibraryText {
  /** Its file name. */
  readonly name: string;
  readonly text: string;
}

/** In the order of their names. */
export const LIBRARY_TEXTS: readonly LibraryText[] = [
  {
    name: 'channels.journey',
    text: `/**
 * Channels: the ways to meet a customer. First one for each kind, then the ones that people call by their own name.
 *
 * Only what holds for nearly everybody is said here. Opening hours, languages and limits on waiting are your own: declare
 * a channel of the same name in your file, or in a file that you import, and it takes the place of the one here.
 */

// One for each kind
channel web "Website" ja "ウェブサイト" : web
channel app "App" ja "アプリ" : app {
  requires smartphone
}
channel social "Social media" ja "SNS" : social
channel messaging "Messaging app" ja "メッセージアプリ" : messaging
channel email "E-mail" ja "メール" : email
channel sms "Text message (SMS)" ja "SMS(ショートメッセージ)" : sms
channel push "Push notification" ja "プッシュ通知" : push {
  requires smartphone
}
channel ad "Advertisement" ja "広告" : ad
channel search "Web search" ja "検索エンジン" : search
channel phone "Phone" ja "電話" : phone
channel ivr "Voice menu (IVR)" ja "自動音声応答(IVR)" : ivr
channel chat "Live chat" ja "有人チャット" : chat
channel bot "Chatbot" ja "チャットボット" : bot
channel store "Store" ja "店舗" : store
channel counter "Counter" ja "窓口" : counter
channel post "Post" ja "郵便" : post
channel event "Event" ja "イベント" : event
channel wordOfMouth "Word of mouth" ja "口コミ" : wordOfMouth {
  thirdParty
}
channel partner "Partner" ja "取引先・代理店" : partner {
  thirdParty
}

// Messaging
channel line "LINE" ja "LINE" : messaging {
  requires smartphone
}
channel whatsapp "WhatsApp" ja "WhatsApp" : messaging {
  requires smartphone
}
channel messenger "Messenger" ja "Messenger" : messaging
channel wechat "WeChat" ja "WeChat(微信)" : messaging {
  requires smartphone
}
channel slack "Slack" ja "Slack" : messaging
channel teams "Microsoft Teams" ja "Microsoft Teams" : messaging
channel inAppMessage "In-app message" ja "アプリ内メッセージ" : push {
  requires smartphone
}

// Social media
channel instagram "Instagram" ja "Instagram" : social
channel tiktok "TikTok" ja "TikTok" : social
channel facebook "Facebook" ja "Facebook" : social
channel x "X (Twitter)" ja "X(旧Twitter)" : social
channel youtube "YouTube" ja "YouTube" : social
channel linkedin "LinkedIn" ja "LinkedIn" : social
channel pinterest "Pinterest" ja "Pinterest" : social
channel threads "Threads" ja "Threads" : social
channel reddit "Reddit" ja "Reddit" : social
channel note "note" ja "note" : social
channel podcast "Podcast" ja "ポッドキャスト" : social
channel influencer "Influencer" ja "インフルエンサー" : social {
  thirdParty
}

// On the web
channel landingPage "Landing page" ja "ランディングページ" : web
channel productPage "Product page" ja "商品ページ" : web
channel onlineShop "Online shop" ja "ECサイト" : web
channel marketplace "Marketplace" ja "ECモール" : web {
  thirdParty
}
channel myPage "Customer portal" ja "マイページ" : web
channel webForm "Web form" ja "問い合わせフォーム" : web
channel helpCenter "Help centre" ja "ヘルプセンター" : web
channel faq "FAQ" ja "よくある質問" : web
channel blog "Blog" ja "ブログ" : web
channel ownedMedia "Owned media" ja "オウンドメディア" : web
channel newsSite "News site" ja "ニュースサイト" : web {
  thirdParty
}
channel community "Community" ja "コミュニティ" : web
channel reviewSite "Review site" ja "口コミサイト" : web {
  thirdParty
}
channel comparisonSite "Comparison site" ja "比較サイト" : web {
  thirdParty
}
channel map "Online map" ja "地図アプリ" : search {
  thirdParty
}
channel aiSearch "AI search" ja "AI検索" : search {
  thirdParty
}
channel qr "QR code" ja "QRコード" : web {
  requires smartphone
}
channel miniApp "Mini app" ja "ミニアプリ" : app {
  requires smartphone
}

// E-mail and paper
channel newsletter "Newsletter" ja "メールマガジン" : email
channel letter "Letter" ja "手紙" : post
channel directMail "Direct mail" ja "ダイレクトメール(DM)" : post
channel postcard "Postcard" ja "はがき" : post
channel catalog "Catalogue" ja "カタログ" : post
channel packageInsert "Package insert" ja "同梱物" : post
channel fax "Fax" ja "FAX" : post

// Advertising
channel searchAd "Search ad" ja "リスティング広告" : ad
channel displayAd "Display ad" ja "ディスプレイ広告" : ad
channel socialAd "Social media ad" ja "SNS広告" : ad
channel videoAd "Video ad" ja "動画広告" : ad
channel affiliate "Affiliate" ja "アフィリエイト" : ad {
  thirdParty
}
channel tv "Television" ja "テレビ" : ad
channel radio "Radio" ja "ラジオ" : ad
channel newspaper "Newspaper" ja "新聞" : ad
channel magazine "Magazine" ja "雑誌" : ad
channel flyer "Flyer" ja "チラシ" : ad
channel outdoorAd "Outdoor ad" ja "屋外広告" : ad
channel transitAd "Transit ad" ja "交通広告" : ad

// Voice and video
channel callCenter "Call centre" ja "コールセンター" : phone
channel videoCall "Video call" ja "ビデオ通話" : chat
channel smartSpeaker "Smart speaker" ja "スマートスピーカー" : bot

// In person and on site
channel inPerson "In person" ja "対面" : counter
channel reception "Reception" ja "受付" : counter
channel branch "Branch" ja "支店" : store
channel showroom "Showroom" ja "ショールーム" : store
channel popUpStore "Pop-up store" ja "ポップアップストア" : store
channel visit "Visit" ja "訪問" : counter
channel delivery "Delivery" ja "配送" : counter
channel kiosk "Kiosk" ja "店頭端末" : web {
  selfService
}
channel seminar "Seminar" ja "セミナー" : event
channel webinar "Webinar" ja "ウェビナー" : event
channel exhibition "Trade fair" ja "展示会" : event
`,
  },
  {
    name: 'data.journey',
    text: `/**
 * Data about the customer, and things the customer is given.
 *
 * \`personal\`: tells something about one person. \`identifier\`: tells one customer from another, so that a system can
 * recognise them. \`sensitive\`: needs special care by law, such as health. \`behavioural\`: what the customer was seen doing.
 */

// Who the customer is
data name "Name" ja "氏名" : personal {
  alias "お名前", "full name"
}
data kana "Name in kana" ja "フリガナ" : personal
data email "E-mail address" ja "メールアドレス" : personal, identifier
data phoneNumber "Phone number" ja "電話番号" : personal, identifier {
  alias "連絡先"
}
data address "Address" ja "住所" : personal
data postalCode "Postal code" ja "郵便番号" : personal
data birthday "Date of birth" ja "生年月日" : personal {
  alias "dob"
}
data age "Age" ja "年齢" : personal
data gender "Gender" ja "性別" : personal
data nationality "Nationality" ja "国籍" : personal
data occupation "Occupation" ja "職業" : personal
data employer "Employer" ja "勤務先" : personal
data income "Income" ja "年収" : personal
data familySize "Family size" ja "家族構成" : personal
data emergencyContact "Emergency contact" ja "緊急連絡先" : personal
data photo "Photo" ja "写真"
data facePhoto "Photo of the face" ja "顔写真" : personal, identifier
data idDocument "Identity document" ja "本人確認書類" : personal, identifier
data driversLicence "Driving licence" ja "運転免許証" : personal, identifier
data insuranceCard "Health insurance card" ja "健康保険証" : personal, identifier {
  alias "保険証"
}
data personalNumber "National personal number" ja "マイナンバー" : personal, identifier {
  alias "個人番号"
}
data signature "Signature" ja "署名" : personal
data seal "Seal" ja "印鑑" : personal

// Sensitive by law
data health "Health information" ja "健康情報" : personal, sensitive
data medicalHistory "Medical history" ja "病歴" : personal, sensitive {
  alias "既往歴"
}
data disability "Disability" ja "障がいの情報" : personal, sensitive
data allergy "Allergies" ja "アレルギー" : personal, sensitive
data biometrics "Biometric data" ja "生体情報" : personal, sensitive, identifier
data religion "Religion" ja "信条・宗教" : personal, sensitive

// The customer's company
data company "Company" ja "会社名"
data department "Department" ja "部署"
data jobTitle "Job title" ja "役職" : personal
data companySize "Company size" ja "従業員数"
data industry "Industry" ja "業種"
data budget "Budget" ja "予算"

// Numbers and keys
data customerNo "Customer number" ja "お客様番号" : personal, identifier
data memberNo "Member number" ja "会員番号" : personal, identifier
data employeeNo "Employee number" ja "社員番号" : personal, identifier
data memberCard "Membership card" ja "会員証" : personal, identifier
data loginId "Login ID" ja "ログインID" : personal, identifier
data password "Password" ja "パスワード" : personal
data pin "PIN" ja "暗証番号" : personal
data oneTimeCode "One-time code" ja "認証コード"
data securityAnswer "Security answer" ja "秘密の質問の答え" : personal
data orderNo "Order number" ja "注文番号" : identifier
data bookingNo "Booking number" ja "予約番号" : identifier
data contractNo "Contract number" ja "契約番号" : identifier
data applicationNo "Application number" ja "申込番号" : identifier
data ticketNo "Ticket number" ja "整理番号" : identifier
data caseNo "Case number" ja "受付番号" : identifier
data trackingNo "Tracking number" ja "追跡番号(送り状番号)" : identifier
data modelNo "Model number" ja "型番" {
  alias "品番"
}
data serialNumber "Serial number" ja "製造番号" : identifier
data deviceId "Device ID" ja "端末ID" : personal, identifier
data cookieId "Cookie" ja "Cookie" : identifier

// Order, delivery and payment
data product "Product" ja "商品"
data quantity "Quantity" ja "数量"
data plan "Plan" ja "プラン"
data deliveryAddress "Delivery address" ja "お届け先" : personal
data deliverySlot "Delivery slot" ja "配送日時"
data invoiceAddress "Invoice address" ja "請求先" : personal
data desiredDate "Desired date" ja "希望日"
data desiredTime "Desired time" ja "希望時間"
data numberOfPeople "Number of people" ja "人数"
data roomSize "Room size" ja "部屋の広さ"
data paymentMethod "Payment method" ja "支払い方法"
data cardNumber "Card number" ja "クレジットカード番号" : personal
data bankAccount "Bank account" ja "口座番号" : personal
data estimate "Rough estimate" ja "概算見積"
data quote "Quotation" ja "見積書"
data contract "Contract" ja "契約書"
data invoice "Invoice" ja "請求書"
data receipt "Receipt" ja "領収書"
data coupon "Coupon" ja "クーポン"
data points "Points" ja "ポイント"
data ticket "Ticket" ja "チケット"
data entryCode "Entry code" ja "入館コード"
data key "Key" ja "鍵"
data sample "Sample" ja "サンプル"
data brochure "Brochure" ja "資料"
data warranty "Warranty" ja "保証書"
data purchaseDate "Date of purchase" ja "購入日"
data applicationForm "Application form" ja "申込書" {
  alias "申請書"
}
data resultNotice "Notice of the result" ja "結果通知書"
data certificate "Certificate" ja "証明書"

// What the customer wants and says
data issue "Issue" ja "相談内容"
data symptom "Symptom" ja "症状" {
  alias "不具合の症状"
}
data purposeOfUse "Purpose of use" ja "利用用途"
data preferences "Preferences" ja "好み"
data requests "Requests" ja "ご要望" {
  alias "要望"
}
data contactConsent "Consent to contact" ja "連絡の同意" : personal
data preferredContact "Preferred way of contact" ja "希望連絡方法" : personal
data feedback "Feedback" ja "ご意見・ご感想"
data surveyAnswers "Survey answers" ja "アンケート回答"
data review "Review" ja "レビュー"
data cancelReason "Reason for leaving" ja "解約理由" {
  alias "退会理由"
}
data returnReason "Reason for the return" ja "返品理由"

// What the company has seen and noted
data history "Contact history" ja "対応履歴" : personal
data transcript "Transcript" ja "会話の記録" : personal
data contractDetails "Contract details" ja "契約内容" : personal
data purchaseHistory "Purchase history" ja "購入履歴" : personal, behavioural
data browsingHistory "Browsing history" ja "閲覧履歴" : behavioural
data searchHistory "Search history" ja "検索履歴" : behavioural
data usageHistory "Usage history" ja "利用履歴" : personal, behavioural
data cartContents "Cart contents" ja "カートの中身" : behavioural
data visitHistory "Visit history" ja "来店履歴" : personal, behavioural
data emailActivity "E-mail activity" ja "メールの開封・クリック" : behavioural
data location "Location" ja "位置情報" : personal, behavioural

// What is asked for in some trades: last, as it would stand in the way of the usual
data school "School" ja "学校名" : personal
data schoolYear "School year" ja "学年" : personal
data incomeProof "Proof of income" ja "収入証明書" : personal {
  alias "源泉徴収票"
}
data residentRecord "Certificate of residence" ja "住民票" : personal
data familyRegister "Family register" ja "戸籍謄本" : personal {
  alias "戸籍"
}
data sealCertificate "Seal certificate" ja "印鑑証明書" : personal {
  alias "印鑑証明"
}
data healthQuestionnaire "Health questionnaire" ja "問診票" : personal, sensitive
data plateNo "Licence plate" ja "車両番号" : identifier {
  alias "ナンバー"
}
data mileage "Mileage" ja "走行距離"
data acceptanceSlip "Slip of acceptance" ja "受付票"
`,
  },
  {
    name: 'emotions.journey',
    text: `/**
 * Emotions with their value on the scale from −2 to +2 and a face for the map. Use them after \`feels\`; a number written
 * there takes the place of the value here. Any other word may be used as well, with a number.
 */

// Very good (+2)
emotion delighted "Delighted" ja "大満足" = +2 "😍"
emotion excited "Excited" ja "わくわく" = +2 "🤩"
emotion moved "Moved" ja "感動" = +2 "🥰"
emotion grateful "Grateful" ja "感謝" = +2 "🙏"
emotion proud "Proud" ja "誇らしい" = +2 "😎"
emotion happy "Happy" ja "うれしい" = +2 "😊"

// Good (+1)
emotion satisfied "Satisfied" ja "満足" = +1 "🙂"
emotion relieved "Relieved" ja "ほっとした" = +1 "😌"
emotion reassured "Reassured" ja "安心" = +1 "😌"
emotion hopeful "Hopeful" ja "期待" = +1 "🌱"
emotion curious "Curious" ja "興味津々" = +1 "🧐"
emotion interested "Interested" ja "興味" = +1 "👀"
emotion confident "Confident" ja "自信" = +1 "😏"
emotion convinced "Convinced" ja "納得" = +1 "👍"
emotion trusting "Trusting" ja "信頼" = +1 "🤝"
emotion welcome "Welcome" ja "歓迎されている" = +1 "🤗"
emotion understood "Understood" ja "わかってもらえた" = +1 "😊"
emotion amused "Amused" ja "楽しい" = +1 "😄"
emotion motivated "Motivated" ja "やる気" = +1 "💪"

// Neither (0)
emotion calm "Calm" ja "落ち着いている" = 0 "😐"
emotion neutral "Neutral" ja "普通" = 0 "😐"
emotion surprised "Surprised" ja "驚き" = 0 "😮"
emotion indifferent "Indifferent" ja "無関心" = 0 "😶"

// Bad (−1)
emotion unsure "Unsure" ja "自信がない" = -1 "🤔"
emotion hesitant "Hesitant" ja "迷い" = -1 "🤔"
emotion doubtful "Doubtful" ja "疑い" = -1 "🤨"
emotion confused "Confused" ja "困惑" = -1 "😕"
emotion worried "Worried" ja "心配" = -1 "😟"
emotion anxious "Anxious" ja "不安" = -1 "😰"
emotion nervous "Nervous" ja "緊張" = -1 "😬"
emotion impatient "Impatient" ja "焦り" = -1 "😣"
emotion hurried "Hurried" ja "急かされている" = -1 "😓"
emotion overwhelmed "Overwhelmed" ja "情報が多すぎる" = -1 "😵"
emotion tired "Tired" ja "疲れ" = -1 "😩"
emotion bored "Bored" ja "退屈" = -1 "🥱"
emotion bothered "Bothered" ja "面倒" = -1 "🙄"
emotion annoyed "Annoyed" ja "いらいら" = -1 "😒"
emotion dissatisfied "Dissatisfied" ja "不満" = -1 "🙁"
emotion embarrassed "Embarrassed" ja "恥ずかしい" = -1 "😳"
emotion sad "Sad" ja "悲しい" = -1 "😢"
emotion lonely "Lonely" ja "孤独" = -1 "😔"

// Very bad (−2)
emotion frustrated "Frustrated" ja "苛立ち" = -2 "😤"
emotion angry "Angry" ja "怒り" = -2 "😠"
emotion disappointed "Disappointed" ja "失望" = -2 "😞"
emotion ignored "Ignored" ja "無視されている" = -2 "🙍"
emotion helpless "Helpless" ja "途方に暮れる" = -2 "😖"
emotion resigned "Resigned" ja "諦め" = -2 "😑"
emotion regretful "Regretful" ja "後悔" = -2 "😫"
emotion afraid "Afraid" ja "恐怖" = -2 "😱"
emotion distrustful "Distrustful" ja "不信感" = -2 "😒"
emotion betrayed "Betrayed" ja "裏切られた" = -2 "💔"

// The same in Japanese
emotion 感動 "Moved" ja "感動" = +2 "🥰"
emotion 感謝 "Grateful" ja "感謝" = +2 "🙏"
emotion 喜び "Joy" ja "喜び" = +2 "😊"
emotion 興奮 "Excited" ja "興奮" = +2 "🤩"
emotion 大満足 "Delighted" ja "大満足" = +2 "😍"
emotion 愛着 "Attached" ja "愛着" = +2 "💖"
emotion 満足 "Satisfied" ja "満足" = +1 "🙂"
emotion 安心 "Reassured" ja "安心" = +1 "😌"
emotion 期待 "Hopeful" ja "期待" = +1 "🌱"
emotion 興味 "Interested" ja "興味" = +1 "👀"
emotion 納得 "Convinced" ja "納得" = +1 "👍"
emotion 信頼 "Trusting" ja "信頼" = +1 "🤝"
emotion 自信 "Confident" ja "自信" = +1 "😏"
emotion 共感 "Empathy" ja "共感" = +1 "🤗"
emotion 楽しさ "Amused" ja "楽しさ" = +1 "😄"
emotion やる気 "Motivated" ja "やる気" = +1 "💪"
emotion 達成感 "Sense of achievement" ja "達成感" = +2 "🙌"
emotion 普通 "Neutral" ja "普通" = 0 "😐"
emotion 平静 "Calm" ja "平静" = 0 "😐"
emotion 驚き "Surprised" ja "驚き" = 0 "😮"
emotion 無関心 "Indifferent" ja "無関心" = 0 "😶"
emotion 迷い "Hesitant" ja "迷い" = -1 "🤔"
emotion 疑問 "Doubtful" ja "疑問" = -1 "🤨"
emotion 困惑 "Confused" ja "困惑" = -1 "😕"
emotion 戸惑い "Puzzled" ja "戸惑い" = -1 "😕"
emotion 心配 "Worried" ja "心配" = -1 "😟"
emotion 不安 "Anxious" ja "不安" = -1 "😰"
emotion 緊張 "Nervous" ja "緊張" = -1 "😬"
emotion 焦り "Impatient" ja "焦り" = -1 "😣"
emotion 疲れ "Tired" ja "疲れ" = -1 "😩"
emotion 退屈 "Bored" ja "退屈" = -1 "🥱"
emotion 面倒 "Bothered" ja "面倒" = -1 "🙄"
emotion 不満 "Dissatisfied" ja "不満" = -1 "🙁"
emotion 不便 "Inconvenienced" ja "不便" = -1 "😣"
emotion 孤独 "Lonely" ja "孤独" = -1 "😔"
emotion 悲しみ "Sad" ja "悲しみ" = -1 "😢"
emotion 苛立ち "Frustrated" ja "苛立ち" = -2 "😤"
emotion 怒り "Angry" ja "怒り" = -2 "😠"
emotion 失望 "Disappointed" ja "失望" = -2 "😞"
emotion 諦め "Resigned" ja "諦め" = -2 "😑"
emotion 後悔 "Regretful" ja "後悔" = -2 "😫"
emotion 恐怖 "Afraid" ja "恐怖" = -2 "😱"
emotion 不信感 "Distrustful" ja "不信感" = -2 "😒"
emotion 孤立感 "Left alone" ja "孤立感" = -2 "🙍"

// さらに、インタビューでよく出る言い方
emotion 感心 "Impressed" ja "感心" = +1 "👏"
emotion 快適 "Comfortable" ja "快適" = +1 "😌"
emotion ほっとする "Relieved at last" ja "ほっとする" = +1 "😌"
emotion すっきり "Clear-headed" ja "すっきり" = +1 "🙂"
emotion もやもや "Uneasy" ja "もやもや" = -1 "😕"
emotion ためらい "Hesitating" ja "ためらい" = -1 "😟"
emotion がっかり "Let down" ja "がっかり" = -1 "😞"
emotion 残念 "Sorry" ja "残念" = -1 "😔"
emotion 心細い "Forlorn" ja "心細い" = -1 "😟"
emotion うんざり "Fed up" ja "うんざり" = -2 "😫"
emotion 落胆 "Dejected" ja "落胆" = -2 "😞"
emotion 苦痛 "In distress" ja "苦痛" = -2 "😖"
emotion 徒労感 "Wasted effort" ja "徒労感" = -2 "😩"
`,
  },
  {
    name: 'metrics.journey',
    text: `/** Metrics that customer journeys are measured by. \`better\` says which way is good. */

// What customers say
metric csat "Customer satisfaction (CSAT)" ja "顧客満足度(CSAT)" : csat {
  better up
  scale 1..5
}
metric nps "Net promoter score (NPS)" ja "NPS(推奨度)" : nps {
  better up
  scale -100..100
}
metric ces "Customer effort score (CES)" ja "顧客努力指標(CES)" : ces {
  better up
  scale 1..7
  note "As in CES 2.0: 7 means that the company made it very easy."
}
metric trust "Trust" ja "信頼度" : score {
  better up
}
metric loyalty "Loyalty" ja "ロイヤルティ" : score {
  better up
}
metric reviewScore "Review score" ja "レビュー評価" : score {
  better up
  scale 1..5
}
metric brandAwareness "Brand awareness" ja "ブランド認知度" : ratio {
  better up
}
metric purchaseIntent "Purchase intent" ja "購入意向" : ratio {
  better up
}
metric complaints "Complaints" ja "クレーム件数" : count {
  better down
}

// Reach and interest
metric impressions "Impressions" ja "表示回数" : count {
  better up
}
metric reach "Reach" ja "リーチ数" : count {
  better up
}
metric followers "Followers" ja "フォロワー数" : count {
  better up
}
metric visitors "Visitors" ja "訪問者数" : count {
  better up
}
metric pageViews "Page views" ja "ページビュー数" : count {
  better up
}
metric openRate "Open rate" ja "開封率" : ratio {
  better up
}
metric clickRate "Click rate" ja "クリック率" : ratio {
  better up
}
metric engagementRate "Engagement rate" ja "エンゲージメント率" : ratio {
  better up
}
metric bounceRate "Bounce rate" ja "直帰率" : ratio {
  better down
}
metric unsubscribeRate "Unsubscribe rate" ja "配信停止率" : ratio {
  better down
}

// Buying
metric leads "Leads" ja "リード数" : count {
  better up
}
metric leadScore "Lead score" ja "リードスコア" : score {
  better up
}
metric inquiries "Inquiries" ja "問い合わせ件数" : count
metric conversionRate "Conversion rate" ja "コンバージョン率" : ratio {
  better up
}
metric signups "Sign-ups" ja "会員登録数" : count {
  better up
}
metric bookings "Bookings" ja "予約数" : count {
  better up
}
metric orders "Orders" ja "注文数" : count {
  better up
}
metric abandonmentRate "Abandonment rate" ja "離脱率" : ratio {
  better down
}
metric cartAbandonmentRate "Cart abandonment rate" ja "カゴ落ち率" : ratio {
  better down
}
metric averageOrderValue "Average order value" ja "平均注文単価" : money {
  better up
}
metric revenue "Revenue" ja "売上" : money {
  better up
}
metric upsellRate "Upsell rate" ja "アップセル率" : ratio {
  better up
}

// Service
metric waitTime "Waiting time" ja "待ち時間" : duration {
  better down
}
metric responseTime "Response time" ja "初回応答時間" : duration {
  better down
}
metric resolutionTime "Resolution time" ja "解決までの時間" : duration {
  better down
}
metric handlingTime "Handling time" ja "平均処理時間" : duration {
  better down
}
metric deliveryTime "Delivery time" ja "配送日数" : duration {
  better down
}
metric firstContactResolution "First contact resolution" ja "一次解決率" : ratio {
  better up
}
metric selfServiceRate "Self-service rate" ja "自己解決率" : ratio {
  better up
}
metric completionRate "Completion rate" ja "完了率" : ratio {
  better up
}
metric transferRate "Transfer rate" ja "転送率" : ratio {
  better down
}
metric escalationRate "Escalation rate" ja "エスカレーション率" : ratio {
  better down
}
metric callVolume "Call volume" ja "入電数" : count {
  better down
}
metric callAbandonmentRate "Call abandonment rate" ja "放棄呼率" : ratio {
  better down
}
metric errorRate "Error rate" ja "エラー率" : ratio {
  better down
}
metric onTimeRate "On-time rate" ja "納期遵守率" : ratio {
  better up
}
metric noShowRate "No-show rate" ja "無断キャンセル率" : ratio {
  better down
}
metric returnRate "Return rate" ja "返品率" : ratio {
  better down
}

// Staying
metric repeatRate "Repeat rate" ja "リピート率" : ratio {
  better up
}
metric retentionRate "Retention rate" ja "継続率" : ratio {
  better up
}
metric churnRate "Churn rate" ja "解約率" : ratio {
  better down
}
metric activeUsers "Active users" ja "アクティブユーザー数" : count {
  better up
}
metric referrals "Referrals" ja "紹介件数" : count {
  better up
}
metric lifetimeValue "Customer lifetime value (LTV)" ja "顧客生涯価値(LTV)" : money {
  better up
}

// What it costs
metric cost "Cost" ja "コスト" : money {
  better down
}
metric acquisitionCost "Cost per acquisition (CPA)" ja "顧客獲得単価(CPA)" : money {
  better down
}
metric costPerContact "Cost per contact" ja "1件あたり対応コスト" : money {
  better down
}
`,
  },
];
