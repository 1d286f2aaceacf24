/** A journey in which every touchpoint of a way is needed, so that it is clear what a trace lacks. */
export const booking = `
persona Ken "Ken" { prefers web }
journey Booking "Book a room" {
  for Ken
  stage Find "Find a room" {
    touchpoint Searches "Searches the map" on web by customer { event "search" }
    touchpoint Calls "Calls the front desk" on phone by customer {
      event "call"
      waits 4 min max 12 min
      on failure -> LeavesMessage
      -> Form 70%
      -> LeavesMessage 30%
    }
    touchpoint LeavesMessage "Leaves a message" on phone by customer { event "message" }
    touchpoint CallBack "Is called back" on phone by company {
      event "callback"
      waits 3 h max 1 day
      -> Form
    }
  }
  stage Book "Book it" {
    touchpoint Form "Fills in the form" on email by customer { event "form" takes 5 min }
    touchpoint Upsell "Is offered a projector" on email by company { optional event "upsell" }
    touchpoint Confirmed "Gets the confirmation" on email by company {
      event "confirmation"
      after 1 h
      -> Visits 90%
      -> Cancels 10%
    }
    touchpoint Cancels "Cancels" on phone by customer { event "cancel" end failure }
    touchpoint Visits "Comes to the room" on store by customer { event "visit" end success }
  }
}
`;
