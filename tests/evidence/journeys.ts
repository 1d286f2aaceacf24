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

/** Two sorts of customers who have little in common. */
export const shop = `
persona Ken "Ken" { share 70% }
persona Mei "Mei" { share 30% }
journey Shop "Buy a coat" {
  for Ken, Mei
  stage Find "Find a coat" {
    touchpoint Searches "Searches" on web by customer {
      event "search"
      -> Compares for Ken
      -> Calls for Mei
    }
    touchpoint Compares "Compares" on web by customer for Ken { event "compare" }
    touchpoint Reviews "Reads reviews" on web by customer for Ken {
      event "reviews"
      -> Cart 60%
      -> Asks 40%
    }
    touchpoint Asks "Asks the bot" on bot by customer for Ken { event "bot" -> Cart }
    touchpoint Calls "Calls" on phone by customer for Mei { event "call" waits 4 min }
    touchpoint Visits "Goes to the shop" on store by customer for Mei { event "visit" waits 1 day }
    touchpoint Tries "Tries it on" on store by customer for Mei { event "try" -> Paid }
  }
  stage Buy "Buy it" {
    touchpoint Cart "Fills the cart" on app by customer for Ken { event "cart" on failure -> Asks 8% }
    touchpoint Paid "Pays" on app by customer {
      event "pay"
      -> Delivered 90%
      end exit
    }
    touchpoint Delivered "Gets it" on delivery by company { event "deliver" waits 2 days max 4 days }
  }
}
`;
