/** A file that states once whatever the language can state. */
export const everything = `/** Who we mean. */
segment Young "Young people" ja "若者" en "Young" {
  prefers app, web
  avoids post
  has smartphone
  lacks car
  language ja, en
  share 40%
  where "age below 30"
  note "from the panel"
  evidence survey 400 on 2026-03 "panel"
}
persona Ken "Ken" ja "健(34)" en "Ken" in Young {
  age 29歳
  occupation "Freelancer"
  demographics "lives alone"
  interests "music", "games"
  attitude "impatient"
  values "time"
  behaviour "books late"
  quote "Quick, please"
  image "ken.png"
  wants "a room now"
  note "met twice"
  need Fast "A room in five minutes" kano mustBe
  pain Hurry "No time to wait"
  question WhatIf "What if I come late?"
  prefers app
  avoids phone
  has laptop
  lacks landline
  language ja
  hours Mon-Fri 9:00-18:00, 土日 10:00-12:00
  patience 1 day
  expects reply within 1 min on phone
  expects "a clear answer"
  ltv 180000 JPY
  value high
  share 60%
  evidence interview 12 on 2026-03-01 "notes"
  assumption "has a card"
}
persona Sato "Sato"
channel reception "Reception" : counter {
  human
  live
  selfService
  thirdParty
  hours 平日 9:00-18:00
  requires smartphone
  language ja
  limit 10 min on phone
  partner Landlord
  note "closed on holidays"
}
system Landlord : partner
system Crm "CRM" : crm {
  holds name
  masters email
  shares name, email -> Landlord
  recognises email
  latency 1 h
  owner Sales
  note "old"
}
team Sales "Sales" { note "two people" }
team Desk "Front desk"
handover Sales -> Desk carries name within 1 h with feedback
data plan "Plan" : personal, behavioural {
  retention 1 year
  valid on web, app
  alias "tariff"
  note "chosen at the desk"
}
consent news "Newsletter" {
  covers email for marketing
  optional
  note "double opt-in"
}
consent terms "Terms" { required }
metric rate "Booking rate" : ratio {
  better up
  baseline 3%
  target 4% by 2026-12
  scale 0%..100%
  at J.S.T
  source "analytics"
  owner Sales
  note "weekly"
}
goal grow "Grow" : business {
  metric rate
  baseline 3%
  target 5% by 2027-01
  by 2027-01-31
  within 6 months
  owner Sales
  for Ken
  note "board"
}
fact price "Price" = 1200 JPY from 2026-04-01 until 2027-03-31 for Ken
fact promise = "at once"
brand house "House style" {
  tone friendly, plain
  never pushy
  note "guide"
}
emotion wistful "Wistful" = -1 "🥲"
action fix "Fix the calendar" {
  solves J.S.T.OldCalendar
  supports grow
  at J.S.T
  owner Sales
  due 2026-06-30
  status planned
  effort 2
  impact 4
  ticket "WEB-12"
  kind remove
  phase 1
  cost 300000 JPY
  for Ken
  note "cheap"
}
experiment colour "Colour of the button" on J.S.T {
  for Ken
  hypothesis "Green is found faster"
  metric rate
  variants A "blue", B "green"
  split 50%, 50%
  baseline 3%
  effect 0.5 pt
  alpha 0.05
  power 80%
  traffic 800 per day
  runs 2 weeks
  starts 2026-05-01
  status running
  exclusive
  stop fixed
  guardrail rate
  result A 12 of 400, B 20 of 401
  owner Sales
  note "first one"
}
journey Was
journey J "Book a room" ja "部屋を予約する" en "Book a room" {
  kind toBe
  for Ken, Sato
  target Ken
  improves Was
  scenario "A visit this afternoon"
  expects "no calls"
  goal grow
  owner Sales
  brand house
  reviewed 2026-03-01
  limit 1 day
  note "draft"
  metric rate
  evidence log 1000 on 2026-02 "web log"
  assumption "all have cards"
  handover Desk -> Sales carries plan within 2 h with feedback
  question Why "Why so early?" for Ken
  barrier Far "Too far away" cause empowerment severity low for Sato
  opportunity "Open later" owner Sales status idea solves Far
  stage S "Find" : search {
    owner Desk
    conversion 30%
    metric rate
    goal grow
    for Ken
    note "short"
    question Where "Where is it?"
    barrier Hidden "Hard to find" cause transparency severity medium
    opportunity "A sign" solves Hidden
    // journey-ignore channel-avoided: Ken may also come by
    touchpoint T "Look at the page" ja "ページを見る" en "Look" on web, app by customer for Ken optional {
      alternative on phone
      momentOfTruth
      urgent
      reminder
      existingCustomer
      task book
      cta "Book now" on web for Ken
      kind transactional
      job locate
      tone friendly
      variant for Ken "shorter"
      does "looks"
      thinks "hm"
      says "ah"
      sees "a page"
      image "page.png"
      note "fast"
      feels Ken wistful, Sato happy +2
      effort 3
      expects reply within 5 min on chat
      kano attractive
      question Free "Is it free?" blocks U for Ken
      answers Free
      barrier OldCalendar "The calendar is old" cause transparency severity high for Ken
      solves OldCalendar
      opportunity "Refresh it" owner Desk status planned solves OldCalendar
      addresses Hurry, Fast
      waits 4 min max 12 min
      told "a few minutes"
      because "many calls"
      update every 1 min
      takes 2 min
      after 1 day
      tells next U "soon" within 30 min
      offers callback on phone within 10 min
      status on app
      shows fact price = 1300 JPY "per hour", progress
      confirms booking
      explains "how it works"
      system Crm
      identity login
      stepUp "a code by mail"
      recognises email
      reads name
      asks name, email optional essential "to call back"
      prefilled name
      gives bookingNo
      redeems plan
      requires printer, 印鑑
      forgets plan
      uses email for marketing basis consent
      consent news optional
      consent terms required
      withdraws terms
      personalises with plan fallback "the usual"
      collects cookies
      commits booking
      can cancel, change via web, phone until 1 day
      final "law"
      owner Sales
      frontstage "clerk"
      backstage "calendar"
      support "hosting"
      cost 20 JPY
      handledBy staff
      metric rate
      conversion 12%
      event "page_view"
      evidence observation 3 on 2026-01 "shop"
      assumption "they scroll"
      -> U 80% when "it is free" for Ken carries name transfer
      on failure -> U 5% explains "try again"
      on failure end exit 1%
      loop max 2 then -> U carries email
    }
    touchpoint U "Wait" on phone by company {
      during T
      end success
    }
  }
}
`;
